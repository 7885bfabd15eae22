using Ivr.Server.Configuration;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>The lines and the numbers that ring on them, from configuration, checked at start.</summary>
public sealed class Lines
{
    // The names that prestations are stored under; the database knows no others.
    private static readonly string[] Names = ["flanders-brussels", "wallonia"];

    private readonly Dictionary<string, Line> _byName = [];
    private readonly Dictionary<string, Line> _byNumber = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; the message names the key.</exception>
    public Lines(IConfiguration configuration)
    {
        var configured = configuration.GetSection(LineOptions.Section).Get<Dictionary<string, LineOptions>>() ?? [];
        foreach (var name in configured.Keys.Except(Names, StringComparer.Ordinal))
            throw Wrong(name, $"is not a line: the lines are {string.Join(" and ", Names)}.");
        foreach (var name in Names)
            Add(name, configured.GetValueOrDefault(name) ?? new());
    }

    /// <summary>All lines.</summary>
    public IReadOnlyCollection<Line> All => _byName.Values;

    /// <summary>All numbers, E.164, each with its line.</summary>
    public IReadOnlyDictionary<string, Line> Numbers => _byNumber;

    /// <summary>The line of that name.</summary>
    public Line Named(string name) => _byName[name];

    /// <summary>The line a number rings on; null when it rings on none.</summary>
    public Line? Dialled(string number) => _byNumber.GetValueOrDefault(number);

    private void Add(string name, LineOptions options)
    {
        if (options.Numbers.Count == 0)
            throw Wrong($"{name}:Numbers", "is empty: a line needs a number.");
        if (options.Languages.Count == 0)
            throw Wrong($"{name}:Languages", "is empty: a line needs a language.");

        var line = _byName[name] = new Line(name, [.. options.Languages.Select((code, place) => ReadLanguage(name, place, code))]);
        if (line.Languages.Distinct().Count() != line.Languages.Count)
            throw Wrong($"{name}:Languages", "names a language twice.");
        foreach (var (number, place) in options.Numbers.Select((number, place) => (number, place)))
        {
            if (!E164.IsNumber(number))
                throw Wrong($"{name}:Numbers:{place}", $"is '{number}', which is no E.164 number such as +3280035530.");
            if (!_byNumber.TryAdd(number, line))
                throw Wrong($"{name}:Numbers:{place}", $"is {number}, which rings on line {_byNumber[number].Name} already.");
        }
    }

    private static Language ReadLanguage(string name, int place, string code) =>
        LanguageCodes.TryRead(code, out var language)
            ? language
            : throw Wrong($"{name}:Languages:{place}", $"is '{code}': the languages are nl, fr, de and en.");

    private static OptionsValidationException Wrong(string key, string what) =>
        new(LineOptions.Section, typeof(LineOptions), [$"{LineOptions.Section}:{key} {what}"]);
}

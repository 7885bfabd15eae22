using Ivr.Server.Configuration;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>The phone lines and their numbers. Validated at startup.</summary>
internal sealed class Lines
{
    // Prestations are stored under these names. The database accepts no others.
    private static readonly string[] Names = ["flanders-brussels", "wallonia"];

    private readonly Dictionary<string, Line> _byName = [];
    private readonly Dictionary<string, Line> _byNumber = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong. The messages name the keys.</exception>
    public Lines(IConfiguration configuration)
    {
        var mistakes = new Mistakes();
        var configured = configuration.GetSection(LineOptions.Section).Get<Dictionary<string, LineOptions>>() ?? [];
        foreach (var name in configured.Keys.Except(Names, StringComparer.Ordinal))
            mistakes.Add($"{LineOptions.Section}:{name} is not a line: the lines are {string.Join(" and ", Names)}.");
        foreach (var name in Names)
            Add(name, configured.GetValueOrDefault(name) ?? new(), mistakes);
        mistakes.Throw();
    }

    public IReadOnlyCollection<Line> All => _byName.Values;

    /// <summary>All E.164 numbers with their lines.</summary>
    public IReadOnlyDictionary<string, Line> Numbers => _byNumber;

    public Line Named(string name) => _byName[name];

    /// <summary>Returns the line of a dialled number; null when the number belongs to no line.</summary>
    public Line? Dialled(string number) => _byNumber.GetValueOrDefault(number);

    private void Add(string name, LineOptions options, Mistakes mistakes)
    {
        var key = $"{LineOptions.Section}:{name}";
        var line = _byName[name] = new Line(name, ReadLanguages($"{key}:Languages", options.Languages, mistakes));
        if (options.Numbers.Count == 0)
            mistakes.Add($"{key}:Numbers is empty: a line needs a number.");
        foreach (var (place, number) in options.Numbers.Index())
        {
            if (!E164.IsNumber(number))
                mistakes.Add($"{key}:Numbers:{place} is '{number}', which is no E.164 number such as +3280035530.");
            else if (!_byNumber.TryAdd(number, line))
                mistakes.Add($"{key}:Numbers:{place} is {number}, which rings on line {_byNumber[number].Name} already.");
        }
    }

    private static List<Language> ReadLanguages(string key, IList<string> codes, Mistakes mistakes)
    {
        if (codes.Count == 0)
            mistakes.Add($"{key} is empty: a line needs a language.");
        if (codes.Distinct().Count() != codes.Count)
            mistakes.Add($"{key} names a language twice.");
        var languages = new List<Language>();
        foreach (var (place, code) in codes.Index())
        {
            if (LanguageCodes.TryRead(code, out var language))
                languages.Add(language);
            else
                mistakes.Add($"{key}:{place} is '{code}': the languages are nl, fr, de and en.");
        }

        return languages;
    }
}

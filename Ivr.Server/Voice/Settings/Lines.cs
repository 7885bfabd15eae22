using Ivr.Server.Configuration;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>
/// The phone lines, their E.164 numbers and their languages in menu order: configuration section <c>Lines</c>. Validated at startup.
/// </summary>
internal sealed class Lines
{
    private const string Section = "Lines";

    // Prestations are stored under these names. The database accepts no others.
    private static readonly string[] Names = ["flanders-brussels", "wallonia"];

    private readonly Dictionary<string, Line> _byName = [];
    private readonly Dictionary<string, Line> _byNumber = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong. The messages name the keys.</exception>
    public Lines(IConfiguration configuration)
    {
        var mistakes = new Mistakes();
        var section = configuration.GetSection(Section);
        var strange = section.GetChildren().Select(child => child.Key).Except([.. Names, .. Names.Select(AsVariable)], StringComparer.OrdinalIgnoreCase);
        foreach (var name in strange)
            mistakes.Add($"{Section}:{name} is not a line: the lines are {string.Join(" and ", Names)}.");
        foreach (var name in Names)
            Add(name, section, mistakes);
        mistakes.Throw();
    }

    public IReadOnlyCollection<Line> All => _byName.Values;

    /// <summary>All E.164 numbers with their lines.</summary>
    public IReadOnlyDictionary<string, Line> Numbers => _byNumber;

    public Line Named(string name) => _byName[name];

    /// <summary>Returns the line of a dialled number; null when the number belongs to no line.</summary>
    public Line? Dialled(string number) => _byNumber.GetValueOrDefault(number);

    // systemd and shells do not accept a hyphen in the name of an environment variable.
    private static string AsVariable(string name) => name.Replace('-', '_');

    private void Add(string name, IConfigurationSection section, Mistakes mistakes)
    {
        var (key, codes) = Read(section, name, "Languages");
        var line = _byName[name] = new Line(name, ReadLanguages(key, codes, mistakes));
        (key, var numbers) = Read(section, name, "Numbers");
        if (numbers.Count == 0)
            mistakes.Add($"{key} is empty: a line needs a number.");
        foreach (var (place, number) in numbers.Index())
        {
            if (!E164.IsNumber(number))
                mistakes.Add($"{key}:{place} is '{number}', which is no E.164 number such as +3280035530.");
            else if (!_byNumber.TryAdd(number, line))
                mistakes.Add($"{key}:{place} is {number}, which rings on line {_byNumber[number].Name} already.");
        }
    }

    // A list under the name with underscores replaces the whole list under the name with hyphens, which appsettings.json contains.
    private static (string Key, List<string> Values) Read(IConfigurationSection section, string name, string list)
    {
        var variable = section.GetSection($"{AsVariable(name)}:{list}");
        var values = variable.Exists() ? variable : section.GetSection($"{name}:{list}");
        return ($"{Section}:{(variable.Exists() ? AsVariable(name) : name)}:{list}", values.Get<List<string>>() ?? []);
    }

    private static List<Language> ReadLanguages(string key, List<string> codes, Mistakes mistakes)
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

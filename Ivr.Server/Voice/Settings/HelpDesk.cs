using System.Globalization;
using Ivr.Server.Configuration;
using Ivr.Server.Words;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>The help desk's number, the only number that this server dials, and its opening hours. Validated at startup.</summary>
internal sealed class HelpDesk
{
    private readonly Dictionary<DayOfWeek, (TimeOnly Opens, TimeOnly Closes)> _hours = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong. The messages name the keys.</exception>
    public HelpDesk(IConfiguration configuration)
    {
        var mistakes = new Mistakes();
        var options = configuration.GetSection(HelpDeskOptions.Section).Get<HelpDeskOptions>() ?? new();
        if (options.Number is { Length: > 0 } number)
            Number = number;
        if (Number is not null && !E164.IsNumber(Number))
            mistakes.Add($"{HelpDeskOptions.Section}:Number is '{Number}', which is no E.164 number such as +3225550000.");
        else if (Number is not null && options.Hours.Count == 0)
            mistakes.Add($"{HelpDeskOptions.Section}:Hours is empty: say when the help desk is open, such as HelpDesk:Hours:Monday=08:00-17:00.");
        foreach (var (day, hours) in options.Hours)
            Add($"{HelpDeskOptions.Section}:Hours:{day}", day, hours, mistakes);
        mistakes.Throw();
    }

    /// <summary>The E.164 number; null when there is no help desk.</summary>
    public string? Number { get; }

    /// <summary>Returns whether the help desk is open at an instant. False when there is no help desk.</summary>
    public bool IsOpen(DateTimeOffset instant)
    {
        var there = BrusselsTime.At(instant);
        var time = TimeOnly.FromDateTime(there);
        return Number is not null && _hours.TryGetValue(there.DayOfWeek, out var hours) && hours.Opens <= time && time < hours.Closes;
    }

    private void Add(string key, string day, string hours, Mistakes mistakes)
    {
        // Enum.TryParse accepts numbers too.
        if (!Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var weekday) || !day.All(char.IsAsciiLetter))
            mistakes.Add($"{key} is no weekday: they are Monday to Sunday.");
        else if (hours.Split('-') is [var from, var to] && TryRead(from, out var opens) && TryRead(to, out var closes) && opens < closes)
            _hours.Add(weekday, (opens, closes));
        else
            mistakes.Add($"{key} is '{hours}', which are no hours such as 08:00-17:00.");
    }

    private static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

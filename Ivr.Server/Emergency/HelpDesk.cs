using System.Globalization;
using Ivr.Server.Configuration;
using Ivr.Server.Voice;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Emergency;

/// <summary>The one number that this server ever dials, and when; from configuration, checked at start.</summary>
public sealed class HelpDesk
{
    private readonly Dictionary<DayOfWeek, (TimeOnly Opens, TimeOnly Closes)> _hours = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; the message names the key.</exception>
    public HelpDesk(IConfiguration configuration)
    {
        var options = configuration.GetSection(HelpDeskOptions.Section).Get<HelpDeskOptions>() ?? new();
        if (options.Number is { Length: > 0 } number)
            Number = E164.IsNumber(number) ? number : throw Wrong("Number", $"is '{number}', which is no E.164 number such as +3225550000.");
        if (Number is not null && options.Hours.Count == 0)
            throw Wrong("Hours", "is empty: say when the help desk is open, such as HelpDesk:Hours:Monday=08:00-17:00.");
        foreach (var (day, hours) in options.Hours)
            _hours.Add(ReadDay(day), ReadHours(day, hours));
    }

    /// <summary>The number, E.164; null when there is no help desk.</summary>
    public string? Number { get; }

    /// <summary>Whether somebody answers there at an instant.</summary>
    public bool IsOpen(DateTimeOffset instant)
    {
        var there = BrusselsTime.At(instant);
        var time = TimeOnly.FromDateTime(there);
        return Number is not null && _hours.TryGetValue(there.DayOfWeek, out var hours) && hours.Opens <= time && time < hours.Closes;
    }

    // Numbers are days too to the parser.
    private static DayOfWeek ReadDay(string day) => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var read) && day.All(char.IsAsciiLetter)
        ? read
        : throw Wrong($"Hours:{day}", "is no weekday: they are Monday to Sunday.");

    private static (TimeOnly Opens, TimeOnly Closes) ReadHours(string day, string hours) =>
        hours.Split('-') is [var from, var to] && TryRead(from, out var opens) && TryRead(to, out var closes) && opens < closes
            ? (opens, closes)
            : throw Wrong($"Hours:{day}", $"is '{hours}', which are no hours such as 08:00-17:00.");

    private static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static OptionsValidationException Wrong(string key, string what) =>
        new(HelpDeskOptions.Section, typeof(HelpDeskOptions), [$"{HelpDeskOptions.Section}:{key} {what}"]);
}

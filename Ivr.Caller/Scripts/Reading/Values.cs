using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>How the text of a key is converted to its value.</summary>
/// <param name="Meant">The required format, in words.</param>
/// <param name="Pattern">A regular expression for the format; null when there is none.</param>
/// <param name="Read">Converts the text; null when the text is invalid.</param>
internal sealed record ValueForm(string Meant, string? Pattern, Func<string, object?> Read);

/// <summary>The formats of all values.</summary>
internal static class Values
{
    private const string SpanPattern = "[0-9]{1,5} ?(s|seconds?|min|minutes?|h|hours?|days?)";

    public static ValueForm Of(ScriptKey key) => key.Type switch
    {
        var type when type == typeof(string) => Text(key.Property.GetCustomAttribute<FormAttribute>()),
        var type when type == typeof(int) => Number(key.Property.GetCustomAttribute<BetweenAttribute>()!),
        var type when type == typeof(bool) => new("true or false", "true|false", text => text == "true"),
        var type when type == typeof(DateOnly) => new("a day: 2026-03-12", "[0-9]{4}-[0-9]{2}-[0-9]{2}", text =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null),
        var type when type == typeof(TimeSpan) => new("a time: 10 s, 2 min, 3 h or 1 day", SpanPattern, text => Span(text)),
        var type when type == typeof(DateTimeOffset) => new(BrusselsMoment.Meant, BrusselsMoment.Pattern, BrusselsMoment.Read),
        var type when type.IsEnum => OneOf(type),
        var type => throw new InvalidOperationException($"{key.Property} is of type {type}, which no text can be."),
    };

    private static ValueForm Text(FormAttribute? form) => form is null
        ? new("some words", null, text => text.Trim().Length == 0 ? null : text)
        : new(form.Meant, form.Pattern, text => text);

    private static ValueForm Number(BetweenAttribute limits) => new(
        $"a number from {limits.Least} to {limits.Most}",
        "[0-9]{1,6}",
        text => int.Parse(text, CultureInfo.InvariantCulture) is var number && number >= limits.Least && number <= limits.Most ? number : null);

    /// <summary>Reads a time as scripts write it, such as 10 s or 2 min; null when it is invalid.</summary>
    public static TimeSpan? TimeOf(string text) => Regex.IsMatch(text, $"^({SpanPattern})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) ? Span(text) : null;

    private static TimeSpan Span(string text)
    {
        var count = int.Parse(string.Concat(text.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        return text.First(char.IsAsciiLetter) switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
    }

    private static ValueForm OneOf(Type type)
    {
        var words = ScriptKeys.Values(type);
        return new(Nearest.AnyOf(words), string.Join('|', words), text => Enum.GetValues(type).GetValue(words.ToList().IndexOf(text)));
    }
}

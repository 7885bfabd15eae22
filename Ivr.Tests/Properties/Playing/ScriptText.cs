using System.Text;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>A call as it was played, as a call script in YAML.</summary>
internal sealed class ScriptText(CallPlan plan)
{
    private readonly StringBuilder _steps = new();

    public void Press(string keys) => Add($"press: \"{keys}\"");

    public void Silence() => Add("silence");

    public void Repeat(int back) => Add(back == 0 ? "repeat: last" : $"repeat: {back} before the last");

    public void Mishap(Mishap mishap) => Add(mishap switch
    {
        Plans.Mishap.RequestLost => "fail: the next request is lost",
        Plans.Mishap.AnswerLost => "fail: the next answer is lost",
        _ => "repeat: the next, at the same moment",
    });

    public void HangUp() => Add("hang up");

    /// <summary>The script so far.</summary>
    /// <param name="start">When the call began; written in Brussels time.</param>
    public string Yaml(DateTimeOffset start) => $"""
            dial: "{plan.Dialled}"
            from: "{plan.Caller}"
            at: "{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(start, "Europe/Brussels"):yyyy-MM-dd HH:mm:ss zzz}"
            steps:{(_steps.Length == 0 ? " []" : "")}
            {_steps}
            """.TrimEnd();

    private void Add(string step) => _steps.Append("  - ").Append(step).Append('\n');
}

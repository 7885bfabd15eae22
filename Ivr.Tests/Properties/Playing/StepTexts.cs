using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>Collects the steps of a played call in the syntax of a call script.</summary>
internal sealed class StepTexts
{
    private readonly List<string> _steps = [];

    /// <summary>The steps so far, without the leading dash.</summary>
    public IReadOnlyList<string> All => _steps;

    /// <summary>Adds a step for the keys; none when there are no keys.</summary>
    public void Press(string keys, bool isHasty)
    {
        if (keys.Length > 0)
            _steps.Add($"{(isHasty ? "interrupt" : "press")}: \"{keys}\"");
    }

    public void PressAndHangUp(string keys) => _steps.Add($"press and hang up: \"{keys}\"");

    public void Silence() => _steps.Add("silence");

    public void HangUp() => _steps.Add("hang up");

    /// <summary>A webhook was delivered again: its number in the call, from 1; null for the last one.</summary>
    public void Repeat(int? number) => _steps.Add($"repeat: {(number is { } one ? $"{one}" : "last")}");

    /// <summary>A mishap of the webhook of the following step.</summary>
    public void Befalls(Mishap mishap) => _steps.Add(mishap switch
    {
        Mishap.RequestLost => "fail: request",
        Mishap.AnswerLost => "fail: answer",
        _ => "repeat: next",
    });
}

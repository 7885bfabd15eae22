using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>The steps of a call as it was played, as they stand in a call script.</summary>
internal sealed class StepTexts
{
    private readonly List<string> _steps = [];

    /// <summary>The steps so far, without the dash.</summary>
    public IReadOnlyList<string> All => _steps;

    /// <summary>The caller pressed keys, if any.</summary>
    public void Press(string keys, bool isHasty)
    {
        if (keys.Length > 0)
            _steps.Add($"{(isHasty ? "interrupt" : "press")}: \"{keys}\"");
    }

    /// <summary>The caller pressed keys and hung up.</summary>
    public void PressAndHangUp(string keys) => _steps.Add($"press and hang up: \"{keys}\"");

    /// <summary>The caller was silent.</summary>
    public void Silence() => _steps.Add("silence");

    /// <summary>The caller hung up.</summary>
    public void HangUp() => _steps.Add("hang up");

    /// <summary>A webhook was delivered again.</summary>
    /// <param name="number">Its number in the call, from 1; null for the last one.</param>
    public void Repeat(int? number) => _steps.Add($"repeat: {(number is { } one ? $"{one}" : "last")}");

    /// <summary>Something happened to the webhook of the step that follows.</summary>
    public void Befalls(Mishap mishap) => _steps.Add(mishap switch
    {
        Mishap.RequestLost => "fail: request",
        Mishap.AnswerLost => "fail: answer",
        _ => "repeat: next",
    });
}

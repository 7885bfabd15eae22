using Ivr.Tests.Properties.Playing;

namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// One webhook that arrived, and the state of the call before and after it. <c>Before</c> is null for the webhook that begins the call;
/// <c>IsResumed</c> means that a webhook was lost and this is the fallback.
/// </summary>
internal sealed record WitnessedStep(PlayedCall Played, WitnessedDelivery Delivery, Stand? Before, Stand After, bool IsResumed)
{
    /// <summary>Whether the caller confirmed a summary and the call was not over.</summary>
    public bool IsConfirmation => Before is { State: "Summary", IsEmergency: false, IsPractice: false } && !IsResumed && Delivery.Digits == "1" && !After.IsOver && !IsDoubled;

    /// <summary>Whether the caller cancelled the entry just recorded.</summary>
    public bool IsUndo => Before is { State: "Undo" } && !IsResumed && After.State == "Undone";

    /// <summary>Whether the key was the last key once more, and answered nothing.</summary>
    public bool IsDoubled => !IsResumed && Before is not null && Before.State == After.State && Before.IsDoubledBy(Delivery) != false;

    public string Sid => Played.Call.CallSid;
}

/// <summary>Puts the webhooks of a call in relation: the URL of each names the question that it answers.</summary>
internal static class WitnessedSteps
{
    private const string Incoming = "/voice/incoming";

    /// <summary>The steps of a call in the order of the responses, without status callbacks.</summary>
    public static IReadOnlyList<WitnessedStep> Of(PlayedCall played)
    {
        var questions = new Dictionary<string, Stand>();
        var steps = new List<WitnessedStep>();
        foreach (var delivery in played.Deliveries.Where(delivery => !delivery.IsStatus))
        {
            var step = Follow(played, delivery, questions);
            if (delivery.Gather is { } gather)
                questions[new Uri(delivery.Url, gather.Action).PathAndQuery] = step.After;
            steps.Add(step);
        }

        return steps;
    }

    private static WitnessedStep Follow(PlayedCall played, WitnessedDelivery delivery, Dictionary<string, Stand> questions)
    {
        var isResumed = delivery.Path == "/voice/fallback";
        var asked = isResumed ? new Uri(delivery.Exchange.Request.Form["ErrorUrl"]) : delivery.Url;
        if (asked.AbsolutePath == Incoming)
        {
            var began = new Stand
            {
                State = delivery.State!,
                Login = delivery.State == "Password" ? delivery.RememberedLogin : null,
                IsRemembered = delivery.State == "Password",
                MaxKeys = delivery.Gather?.NumDigits,
                Began = (delivery.ClockBefore, delivery.ClockAfter),
                Webhooks = isResumed ? 2 : 1,
                Failures = isResumed ? 1 : 0,
            };
            return new(played, delivery, Before: null, began, isResumed);
        }

        var before = questions[asked.PathAndQuery];
        return new(played, delivery, before, isResumed ? before.Resumed(delivery) : before.After(delivery), isResumed);
    }
}

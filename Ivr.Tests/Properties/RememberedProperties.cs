using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>Properties of calls from a telephone on which a login is remembered.</summary>
internal static class RememberedProperties
{
    /// <summary>A call begins at the password only for a worker who asked for that from the same Belgian mobile.</summary>
    public static void Check(IReadOnlyList<WitnessedStep> steps)
    {
        foreach (var step in steps.Where(step => step is { Before: null, After.State: "Password" }))
        {
            var asked = steps.Any(other => IsAsked(other) && other.Before!.Login == step.After.Login
                && other.Played.Plan.Caller == step.Played.Plan.Caller && other.Delivery.Sent < step.Delivery.Answered);
            Broken.Unless(
                asked && step.Played.Plan.Caller.StartsWith("+324", StringComparison.Ordinal), "A login is remembered, and nobody asked for it.", step.Delivery);
        }
    }

    private static bool IsAsked(WitnessedStep step) => step is { Before.State: "Recorded", Delivery: { Digits: "4", TellsThatItRemembers: true } };
}

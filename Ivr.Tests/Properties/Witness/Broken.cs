namespace Ivr.Tests.Properties.Witness;

/// <summary>A property does not hold.</summary>
internal sealed class BrokenException(string message) : Exception(message);

internal static class Broken
{
    /// <summary>Throws <see cref="BrokenException"/> with this message when the condition is false.</summary>
    public static void Unless(bool holds, string what)
    {
        if (!holds)
            throw new BrokenException(what);
    }

    /// <summary>The same; the message also shows the words of the response.</summary>
    public static void Unless(bool holds, string what, WitnessedDelivery delivery)
    {
        if (!holds)
        {
            var heard = $"{delivery.State ?? "no state"} after '{delivery.Digits}' at {delivery.Path}: \"{delivery.Words}\"";
            throw new BrokenException($"{what}\n{heard}");
        }
    }
}

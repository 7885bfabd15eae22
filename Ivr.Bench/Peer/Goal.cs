using System.Globalization;

namespace Ivr.Bench.Peer;

/// <summary>The goal of a figure.</summary>
/// <param name="Bound">The least or the most that is wanted.</param>
/// <param name="IsMost">Whether less is better.</param>
/// <param name="OfProduct">Whether the figure of the server itself is meant, and not its ratio to the plain service.</param>
internal sealed record Goal(double Bound, bool IsMost, bool OfProduct = false)
{
    public static Goal AtLeast(double ratio) => new(ratio, IsMost: false);

    public static Goal AtMost(double ratio) => new(ratio, IsMost: true);

    /// <summary>Says the goal, and whether it is met.</summary>
    public string Judge(double product, double plain)
    {
        var reached = OfProduct ? product : product / plain;
        var isMet = IsMost ? reached <= Bound : reached >= Bound;
        var bound = Bound.ToString("0.0##", CultureInfo.InvariantCulture);
        return $"{(OfProduct ? "server: " : "")}at {(IsMost ? "most" : "least")} {bound}: {(isMet ? "met" : "**not met**")}";
    }
}

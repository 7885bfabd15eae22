namespace Ivr.Server.Development.PastCalls;

/// <summary>Draws from a fixed seed, so that the made-up calls of two databases differ by their dates only.</summary>
internal sealed class Draw
{
    private const int Seed = 20260312;

#pragma warning disable CA5394 // Nothing secret depends on these numbers, and they must be the same each time.
    private readonly Random _random = new(Seed);

    /// <summary>True in this share of all draws.</summary>
    public bool Happens(double share) => _random.NextDouble() < share;

    /// <summary>A whole number; both ends are included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>One of several values, each as often as its weight says.</summary>
    public T Weighted<T>(params ReadOnlySpan<(T Value, int Weight)> of)
    {
        var total = 0;
        foreach (var (_, weight) in of)
            total += weight;
        var place = _random.Next(total);
        foreach (var (value, weight) in of)
        {
            if (place < weight)
                return value;
            place -= weight;
        }

        return of[^1].Value;
    }

    public string CallSid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return $"CA{Convert.ToHexStringLower(bytes)}";
    }
#pragma warning restore CA5394
}

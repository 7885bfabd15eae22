using System.Globalization;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// The references of the emergency procedure: nine digits, 9, the node's two, five that count, and the check digit of all
/// references (ISO/IEC 7064 MOD 11,10). Nodes that cannot talk to each other have different numbers, so they never give the same one.
/// </summary>
internal static class EmergencyReference
{
    /// <summary>Node numbers that there are, from 0.</summary>
    public const int Nodes = 100;

    /// <summary>References that one node number has.</summary>
    public const int PerNode = 100_000;

    /// <summary>The reference of a node's number and a place in its series.</summary>
    public static string Of(int node, int sequence)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"9{node:00}{sequence:00000}");
        return stem + CheckDigit(stem);
    }

    /// <summary>The node's number in a reference.</summary>
    public static int NodeOf(string reference) => int.Parse(reference.AsSpan(1, 2), CultureInfo.InvariantCulture);

    /// <summary>The place in the node's series.</summary>
    public static int SequenceOf(string reference) => int.Parse(reference.AsSpan(3, 5), CultureInfo.InvariantCulture);

    private static char CheckDigit(string digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + (11 - product) % 10);
    }
}

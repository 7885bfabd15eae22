using System.Globalization;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// The references of the emergency procedure. Nine digits: a 9, two digits for the node number, five for the sequence number, and the check
/// digit that all references have (ISO/IEC 7064 MOD 11,10). Nodes have different numbers, so they never give the same reference, even when
/// they cannot communicate.
/// </summary>
internal static class EmergencyReference
{
    /// <summary>How many node numbers exist, from 0.</summary>
    public const int Nodes = 100;

    /// <summary>How many references a node number has.</summary>
    public const int PerNode = 100_000;

    /// <summary>Formats the reference for a node number and a sequence number.</summary>
    public static string Of(int node, int sequence)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"9{node:00}{sequence:00000}");
        return stem + CheckDigit(stem);
    }

    public static int NodeOf(string reference) => int.Parse(reference.AsSpan(1, 2), CultureInfo.InvariantCulture);

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

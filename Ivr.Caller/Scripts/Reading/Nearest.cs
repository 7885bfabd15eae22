namespace Ivr.Caller.Scripts.Reading;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>Returns " Did you mean …?", or an empty text when no known word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var best = known.Select(word => (Word: word, Distance: Distance(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, written.Length / 3) ? $" Did you mean \"{best.Word}\"?" : "";
    }

    /// <summary>Returns "a, b or c".</summary>
    public static string AnyOf(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    // Counts how many letters must be changed, added, left out or swapped with their neighbour.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}

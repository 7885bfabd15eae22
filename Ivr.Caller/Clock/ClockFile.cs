using System.Globalization;

namespace Ivr.Caller.Clock;

/// <summary>A file by which a server that is there to be tried out lets its clock be set. Its time goes on from there.</summary>
/// <param name="path">The file; the moment in it is that at which it was written.</param>
internal sealed class ClockFile(string path)
{
    private const string Iso8601 = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>Sets the clock.</summary>
    /// <param name="moment">What it shows from now on; null for real time.</param>
    /// <exception cref="IOException">The file cannot be written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public void Set(DateTimeOffset? moment)
    {
        if (moment is not { } shown)
        {
            File.Delete(path);
            return;
        }

        // Renamed into its place, so that nobody reads half of it.
        var written = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(written, shown.ToString(Iso8601, CultureInfo.InvariantCulture));
        File.Move(written, path, overwrite: true);
    }
}

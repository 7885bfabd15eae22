using System.Globalization;

namespace Ivr.Caller.Clock;

/// <summary>
/// A file that sets the clock of a demonstration server. The file holds the time that the clock shows when the file is written. The
/// server's time continues from there.
/// </summary>
internal sealed class ClockFile(string path)
{
    private const string Iso8601 = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <summary>Sets the clock to a moment. Null returns to real time.</summary>
    /// <exception cref="IOException">The file cannot be written. This can also throw <see cref="UnauthorizedAccessException"/>.</exception>
    public void Set(DateTimeOffset? moment)
    {
        if (moment is not { } shown)
        {
            File.Delete(path);
            return;
        }

        // The file is renamed into its place, so that the server never reads a partial file.
        var written = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllText(written, shown.ToString(Iso8601, CultureInfo.InvariantCulture));
        File.Move(written, path, overwrite: true);
    }
}

using System.Globalization;

namespace Ivr.Server.Development;

/// <summary>
/// Clock of a demonstration server. It shows real time until a file beside the database sets another moment, and time continues from there.
/// The file holds a moment in ISO 8601 with offset; its modification time is the real time of that moment. A missing file means real time.
/// A process that can write this file can also change the database; a phone call cannot reach the file.
/// </summary>
internal sealed class DemonstrationClock(string file) : TimeProvider
{
    private const string Iso8601 = "yyyy-MM-dd'T'HH:mm:sszzz";

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead();

    private TimeSpan Ahead()
    {
        try
        {
            using var reader = File.OpenText(file);
            var written = File.GetLastWriteTimeUtc(((FileStream)reader.BaseStream).SafeFileHandle);
            return DateTimeOffset.TryParseExact(
                reader.ReadToEnd(), Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment.UtcDateTime - written
                : TimeSpan.Zero;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return TimeSpan.Zero;
        }
    }
}

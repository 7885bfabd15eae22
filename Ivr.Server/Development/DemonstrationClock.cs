using System.Globalization;

namespace Ivr.Server.Development;

/// <summary>
/// The clock of a server that is there to be tried out: real time, until a file beside its database says at which moment to be.
/// Time goes on from there. Who may write the file may do as much with the database; over the telephone there is no way to it.
/// </summary>
/// <param name="file">Holds a moment in ISO 8601 with its offset, and was written when the clock was to show it. It may be missing.</param>
internal sealed class DemonstrationClock(string file) : TimeProvider
{
    private const string Iso8601 = "yyyy-MM-dd'T'HH:mm:sszzz";

    /// <inheritdoc/>
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

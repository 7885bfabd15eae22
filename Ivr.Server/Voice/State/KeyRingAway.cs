using Ivr.Server.Database;

namespace Ivr.Server.Voice.State;

/// <summary>Tells a seal that cannot be used now, because its keys are in a database that is away, from a broken seal.</summary>
internal static class KeyRingAway
{
    /// <summary>True when the database is behind the exception.</summary>
    public static bool IsDatabaseOutage(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (Db.IsFault(exception))
                return true;
        }

        return false;
    }
}

using Ivr.Server.Database;

namespace Ivr.Server.Voice.State;

/// <summary>Distinguishes a seal whose keys are in an unavailable database from a broken seal.</summary>
internal static class KeyRingAway
{
    /// <summary>Returns whether a database fault is the exception or one of its inner exceptions.</summary>
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

namespace Ivr.Server.Secured.Emergencies;

/// <summary>What became of a request to accept an entry.</summary>
internal enum Acceptance
{
    /// <summary>The entry is a prestation now.</summary>
    Accepted,

    /// <summary>The entry no longer waits, is not the company's, or no client has the user number.</summary>
    NotAccepted,

    /// <summary>The company gave too many user numbers without a client within an hour. This number was not looked up.</summary>
    UsedUp,
}

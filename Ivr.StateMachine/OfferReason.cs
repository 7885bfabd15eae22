namespace Ivr.StateMachine;

/// <summary>Why a client is offered. Of several reasons the first one holds.</summary>
public enum OfferReason
{
    /// <summary>The entry just recorded is for this client.</summary>
    SameClient,

    /// <summary>The call comes from this client's telephone.</summary>
    Telephone,

    /// <summary>The worker's last two entries on this weekday are for this client, with the same activity and hours.</summary>
    LastTime,
}

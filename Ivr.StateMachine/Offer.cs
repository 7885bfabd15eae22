namespace Ivr.StateMachine;

/// <summary>The client that 1 and hash takes at the user number. The call offers one at a time.</summary>
/// <param name="UserNumber">The client's 12-digit user number. It is looked up again when it is taken.</param>
/// <param name="Reason">Why this client is offered. It decides the words.</param>
/// <param name="Activity">The activity that is offered with the client, 1-4; null when the activity is asked for.</param>
/// <param name="Hours">The hours that are offered with the client, 1-9; null when the hours are asked for.</param>
public sealed record Offer(string UserNumber, OfferReason Reason, int? Activity = null, int? Hours = null);

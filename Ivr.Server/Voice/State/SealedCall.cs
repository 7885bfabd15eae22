using Ivr.StateMachine;

namespace Ivr.Server.Voice.State;

/// <summary>
/// The content of the sealed URL. The tally does not influence the call. <c>SealedAt</c> is when the server asked the question.
/// </summary>
internal sealed record SealedCall(Call Call, CallTally Tally, DateTimeOffset SealedAt);

using Ivr.StateMachine;

namespace Ivr.Server.Voice.State;

/// <summary>What travels sealed in the URL.</summary>
/// <param name="Call">The call.</param>
/// <param name="Tally">What was counted in it; nothing decides by it.</param>
internal sealed record SealedCall(Call Call, CallTally Tally);


namespace Ivr.Caller.Scripts.Model;

/// <summary>One step of a call: an action of the caller, a check of what the caller hears, or an event during the call.</summary>
internal abstract record ScriptStep : ScriptPart;

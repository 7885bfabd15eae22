
namespace Ivr.Caller.Scripts.Model;

/// <summary>One step of a call: something that the caller does, must hear, or that happens meanwhile.</summary>
internal abstract record ScriptStep : ScriptPart;

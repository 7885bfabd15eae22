namespace Twilio.TwiML;

/// <summary>Why the overloads that take an element are not to be called: the official package is leaving them.</summary>
internal static class Deprecation
{
    internal const string UseAppend = "Deprecated by the official package: call Append with the element.";
}

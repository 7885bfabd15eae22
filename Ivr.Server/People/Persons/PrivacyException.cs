
namespace Ivr.Server.People.Persons;

/// <summary>A command about a person's data cannot do what was asked. The message says why and contains no personal data.</summary>
internal sealed class PrivacyException(string message) : Exception(message);

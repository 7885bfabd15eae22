
namespace Ivr.Server.People.Persons;

/// <summary>A command about somebody's data cannot do what it was asked; the message says why and holds no data.</summary>
internal sealed class PrivacyException(string message) : Exception(message);

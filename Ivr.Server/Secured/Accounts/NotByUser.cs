namespace Ivr.Server.Secured.Accounts;

/// <summary>Metadata of an endpoint that pages request by themselves. Such a request does not show that a user is there.</summary>
internal sealed class NotByUser;

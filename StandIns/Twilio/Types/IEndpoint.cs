namespace Twilio.Types;

/// <summary>Something that can be called.</summary>
public interface IEndpoint;

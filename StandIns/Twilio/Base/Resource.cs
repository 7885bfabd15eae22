namespace Twilio.Base;

/// <summary>Something that the REST API keeps.</summary>
public abstract class Resource;

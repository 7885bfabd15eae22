namespace Twilio.Base;

/// <summary>What a request about a resource may say.</summary>
/// <typeparam name="T">The resource.</typeparam>
public interface IOptions<T>
    where T : Resource;

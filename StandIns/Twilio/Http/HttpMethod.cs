namespace Twilio.Http;

/// <summary>How a URL is requested.</summary>
public class HttpMethod
{
    /// <summary>GET: the parameters are in the query.</summary>
    public static readonly HttpMethod Get = new("GET");

    /// <summary>POST: the parameters are in the body.</summary>
    public static readonly HttpMethod Post = new("POST");

    /// <summary>PATCH.</summary>
    public static readonly HttpMethod Patch = new("PATCH");

    /// <summary>PUT.</summary>
    public static readonly HttpMethod Put = new("PUT");

    /// <summary>DELETE.</summary>
    public static readonly HttpMethod Delete = new("DELETE");

    private readonly string _value;

    /// <summary>Makes a method of a name in any case.</summary>
    public HttpMethod(string method) => _value = method.ToUpperInvariant();

    /// <summary>The method of this name.</summary>
    public static implicit operator HttpMethod(string value) => new(value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HttpMethod other && other.GetType() == typeof(HttpMethod) && other._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The name in upper case.</summary>
    public override string ToString() => _value;
}

using System.Net;

namespace Twilio.Http;

/// <summary>A request to the API.</summary>
public class Request
{
    /// <summary>Makes a request without parameters.</summary>
    /// <param name="method">How the URL is requested.</param>
    /// <param name="url">The whole URL.</param>
    public Request(HttpMethod method, string url)
    {
        Method = method;
        Uri = new Uri(url);
    }

    /// <summary>How the URL is requested.</summary>
    public HttpMethod Method { get; }

    /// <summary>The URL, before region and edge are added to its host.</summary>
    public Uri Uri { get; }

    /// <summary>The name in the Authorization header.</summary>
    public string? Username { get; set; }

    /// <summary>The secret in the Authorization header.</summary>
    public string? Password { get; set; }

    /// <summary>The parameters of the query.</summary>
    public List<KeyValuePair<string, string>> QueryParams { get; } = [];

    /// <summary>The parameters of the body.</summary>
    public List<KeyValuePair<string, string>> PostParams { get; } = [];

    /// <summary>Sets the Authorization header.</summary>
    public void SetAuth(string username, string password) => (Username, Password) = (username, password);

    /// <summary>The URL as it is requested.</summary>
    public Uri ConstructUrl() => QueryParams.Count == 0
        ? Uri
        : new Uri($"{Uri.AbsoluteUri}?{string.Join('&', QueryParams.Select(each => $"{WebUtility.UrlEncode(each.Key)}={WebUtility.UrlEncode(each.Value)}"))}");
}

/// <summary>What the API answered, whatever its status.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="content">The body.</param>
public class Response(HttpStatusCode statusCode, string content)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The body.</summary>
    public string Content { get; } = content;
}

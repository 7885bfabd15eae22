using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ivr.Tests.Caller.Live;

/// <summary>A request that the fake Twilio API received.</summary>
internal sealed record ApiRequest(string Method, string Path, string? Authorization, string? ContentType, IReadOnlyDictionary<string, string> Form)
{
    public static string Basic(string user, string secret) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"))}";

    public static async Task<ApiRequest> ReadAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        return new(
            request.Method,
            request.Path + request.QueryString,
            request.Headers.Authorization,
            request.ContentType,
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
    }
}

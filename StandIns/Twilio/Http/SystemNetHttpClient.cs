using System.Net.Http.Headers;
using System.Text;

namespace Twilio.Http;

/// <summary>The way to the API over .NET's own HTTP client.</summary>
/// <param name="httpClient">The client to go over; null makes one that follows no redirects.</param>
public class SystemNetHttpClient(System.Net.Http.HttpClient? httpClient = null) : HttpClient
{
    private readonly System.Net.Http.HttpClient _httpClient = httpClient ?? new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <inheritdoc/>
    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var message = new HttpRequestMessage(new(request.Method.ToString()), request.ConstructUrl());
        message.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{request.Username}:{request.Password}")));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", "twilio-csharp/7.14.9 (stand-in)");
        if (!request.Method.Equals(HttpMethod.Get))
            message.Content = new FormUrlEncodedContent(request.PostParams);
        using var answer = await _httpClient.SendAsync(message).ConfigureAwait(false);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
    }
}

using System.IO.Compression;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>The static files are compressed for who can read that; the pages, which contain secrets, are not.</summary>
public sealed class AssetTests(TestCluster cluster) : IAsyncLifetime
{
    private const string StyleSheet = "/company/assets/pages.css";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.TakeAsync(cluster);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("gzip")]
    [InlineData("gzip, deflate, br, zstd")]
    public async Task A_file_is_compressed_for_who_can_read_it(string accepted)
    {
        var (plain, none) = await GetAsync(StyleSheet, "identity");
        var (compressed, encoding) = await GetAsync(StyleSheet, accepted);

        Assert.Equal((null, "gzip"), (none, encoding));
        Assert.InRange(compressed.Length, 100, plain.Length / 3);
        await using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await gzip.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
        Assert.Equal(plain, unpacked.ToArray());
    }

    [Theory]
    [InlineData(StyleSheet, "gzip;q=0, br")]
    [InlineData(StyleSheet, "\"")]
    [InlineData("/company/sign-in", "gzip")]
    public async Task What_is_not_accepted_and_a_page_are_not_compressed(string path, string accepted) =>
        Assert.Null((await GetAsync(path, accepted)).Encoding);

    private async Task<(byte[] Content, string? Encoding)> GetAsync(string path, string accepted)
    {
        using var door = new Door(_server);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await door.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (content, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }
}

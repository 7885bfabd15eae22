using System.IO.Compression;
using System.Net.Mime;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Ivr.Server.Secured.Assets;

/// <summary>
/// The static files of the pages. They are embedded in the program, so that a request can only get a file that was listed at build time.
/// Only they are sent compressed: the length of a compressed page would tell something about the secrets in it.
/// </summary>
internal static class AssetFiles
{
    private const string Prefix = "secured/";
    private const string Group = "/company/assets";
    private const string Gzip = "gzip";
    private const int ShownOfHash = 12;

    private static readonly Dictionary<string, Asset> All = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Path of a file, relative to the server's address. It changes with the content, so that browsers may cache the file forever.</summary>
    public static string PathOf(string name) => $"{Group[1..]}/{name}?v={All[name].Version}";

    /// <summary>
    /// Serves the files to everybody: they contain no secrets. It comes before the check of the session, which needs the database: a page
    /// that says that the database is away has its files too.
    /// </summary>
    internal static void UseAssets(this IApplicationBuilder pages) => pages.Map(Group, files => files.Run(SendAsync));

    private static Task SendAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        if (!All.TryGetValue(request.Path.Value!.TrimStart('/'), out var asset) || HttpMethods.IsPost(request.Method))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // A leaflet names its style sheet without the version.
        var isCompressed = request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == Gzip && encoding.Quality != 0);
        var content = isCompressed ? asset.Compressed : asset.Content;
        response.Headers.ContentEncoding = isCompressed ? Gzip : default;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        response.ContentType = asset.ContentType;
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }

    private static Asset Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new(content, Compress(content), TypeOf(resource), Convert.ToHexStringLower(SHA256.HashData(content))[..ShownOfHash]);
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return compressed.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => $"{MediaTypeNames.Text.Html}; charset=utf-8",
        ".css" => $"{MediaTypeNames.Text.Css}; charset=utf-8",
        ".js" => $"{MediaTypeNames.Text.JavaScript}; charset=utf-8",
        ".svg" => MediaTypeNames.Image.Svg,
        _ => throw new InvalidOperationException($"{name} has no content type."),
    };

    private sealed record Asset(byte[] Content, byte[] Compressed, string ContentType, string Version);
}

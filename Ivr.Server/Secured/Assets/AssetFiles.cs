using System.Net.Mime;
using System.Reflection;
using System.Security.Cryptography;

namespace Ivr.Server.Secured.Assets;

/// <summary>
/// The static files of the pages. They are embedded in the program, so that a request can only get a file that was listed at build time.
/// </summary>
internal static class AssetFiles
{
    private const string Prefix = "secured/";
    private const string Group = "/company/assets";
    private const int ShownOfHash = 12;

    private static readonly Dictionary<string, Asset> All = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>URL of a file. It changes with the content, so that browsers may cache the file forever.</summary>
    public static string PathOf(string name) => $"{Group}/{name}?v={All[name].Version}";

    /// <summary>Maps the files for everybody: they contain no secrets.</summary>
    internal static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet(Group + "/{name}", (string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    });

    private static Asset Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new(content, TypeOf(resource), Convert.ToHexStringLower(SHA256.HashData(content))[..ShownOfHash]);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => $"{MediaTypeNames.Text.Css}; charset=utf-8",
        ".js" => $"{MediaTypeNames.Text.JavaScript}; charset=utf-8",
        ".svg" => MediaTypeNames.Image.Svg,
        _ => throw new InvalidOperationException($"{name} has no content type."),
    };

    private sealed record Asset(byte[] Content, string ContentType, string Version);
}

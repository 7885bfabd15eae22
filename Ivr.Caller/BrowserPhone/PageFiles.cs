using System.Reflection;

namespace Ivr.Caller.BrowserPhone;

/// <summary>The page's files, embedded in the assembly. Only files from the list made at build time can be requested.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";

    /// <summary>The files by URL path. <c>/</c> is the page itself, index.html.</summary>
    public static IReadOnlyDictionary<string, PageFile> All { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(
            name => name == $"{Prefix}index.html" ? "/" : $"/{name[Prefix.Length..]}",
            name => new PageFile(Read(name), TypeOf(name)),
            StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"{name} has no content type."),
    };
}

internal sealed record PageFile(byte[] Content, string ContentType);

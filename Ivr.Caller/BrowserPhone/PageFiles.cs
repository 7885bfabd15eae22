using System.Reflection;

namespace Ivr.Caller.BrowserPhone;

/// <summary>The page's files. They travel inside the program, so that nothing outside a list made at the build can be asked for.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";

    /// <summary>Each path and what is there; <c>/</c> is the page itself.</summary>
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

/// <summary>A file and its content type.</summary>
internal sealed record PageFile(byte[] Content, string ContentType);

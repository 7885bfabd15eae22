namespace Ivr.Tests.Host;

/// <summary>The folder that all this was built from.</summary>
internal static class Repository
{
    /// <summary>A path in it.</summary>
    public static string In(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceVoucherIvr.sln")))
            folder = folder.Parent;
        var root = folder?.FullName ?? throw new InvalidOperationException($"The solution is in no folder above {AppContext.BaseDirectory}");
        return Path.Combine([root, .. parts]);
    }
}

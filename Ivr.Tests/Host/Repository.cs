namespace Ivr.Tests.Host;

/// <summary>The root folder of this repository.</summary>
internal static class Repository
{
    /// <summary>Returns a path in the repository.</summary>
    public static string In(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceVoucherIvr.sln")))
            folder = folder.Parent;
        var root = folder?.FullName ?? throw new InvalidOperationException($"The solution is in no folder above {AppContext.BaseDirectory}");
        return Path.Combine([root, .. parts]);
    }
}

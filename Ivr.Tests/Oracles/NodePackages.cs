using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ivr.Tests.Oracles;

/// <summary>Test folders with a <c>package.json</c>, and the installation of their npm packages.</summary>
internal static class NodePackages
{
    private static readonly string Oracle = FolderOf("Oracles");

    // Tests in parallel use the same packages.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Installs the packages of <see cref="TwilioOracle"/>.</summary>
    internal static Task InstallAsync() => InstallAsync(Oracle);

    /// <summary>Runs <c>npm ci</c> in a folder, unless <c>package-lock.json</c> is older than the last installation.</summary>
    internal static async Task InstallAsync(string folder)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await InstallIfOldAsync(folder);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task InstallIfOldAsync(string folder)
    {
        // npm writes this file last, so it exists only after a complete installation.
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(folder, "package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            return;

        using var npm = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", folder);
        npm.StandardInput.Close();
        var complaints = npm.StandardError.ReadToEndAsync();
        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {folder}: {await complaints}");
    }

    /// <summary>Starts a program in the oracle's folder, with redirected standard streams.</summary>
    internal static Process Start(string program, string argument) => Start(program, argument, Oracle);

    private static Process Start(string program, string argument, string folder)
    {
        var start = new ProcessStartInfo(program, [argument])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            // The working directory exists, so the program is missing.
            throw new InvalidOperationException(
                $"{program} is not installed, and these tests ask packages from npm: apt-get install nodejs npm",
                missing);
        }
    }

    /// <summary>The path of a test folder in the repository, found by going up from the build output.</summary>
    internal static string FolderOf(string name)
    {
        var ofRepository = Path.Combine("Ivr.Tests", name);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, ofRepository, "package.json")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException($"{ofRepository} is in no folder above {AppContext.BaseDirectory}"),
            ofRepository);
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>
/// The keys that encrypt calls and cookies. All nodes share them in PostgreSQL, and each node has a copy on its own disk.
/// </summary>
internal static class KeyRingServices
{
    /// <summary>Registers ASP.NET Core Data Protection with this key ring.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection()
            .SetApplicationName("service-voucher-ivr")
            // One operation instead of CBC and HMAC: encrypting and decrypting the state of a call takes half the time.
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<KeyRingCopy>();
        services.AddSingleton<PostgresKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<PostgresKeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddSingleton<XmlKeyManager>();
        services.AddSingleton<RefreshableKeys>();
        services.AddSingleton<IKeyManager>(provider => provider.GetRequiredService<RefreshableKeys>());
        services.AddHostedService<KeyRingWatch>();
        return services;
    }
}

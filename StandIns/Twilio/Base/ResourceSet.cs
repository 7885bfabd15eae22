using System.Collections;

namespace Twilio.Base;

/// <summary>Some resources.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <remarks>The stand-in has the first page alone.</remarks>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly IReadOnlyList<T> _page;

    internal ResourceSet(IReadOnlyList<T> page) => _page = page;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _page.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

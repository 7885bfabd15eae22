using System.Collections;

namespace Twilio.Base;

/// <summary>Some resources.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <remarks>The stand-in has the first page alone, and says so when somebody wants more.</remarks>
public class ResourceSet<T> : IEnumerable<T>
    where T : Resource
{
    private readonly IReadOnlyList<T> _page;

    private readonly bool _isAll;

    internal ResourceSet(IReadOnlyList<T> page, bool isAll) => (_page, _isAll) = (page, isAll);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">There is another page, and the first was not enough.</exception>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var resource in _page)
            yield return resource;
        if (!_isAll)
            throw new NotSupportedException("The stand-in reads one page.");
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

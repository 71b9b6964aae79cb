using System.Net;
using System.Net.NetworkInformation;

namespace UponAi.Testing;

/// <summary>
/// The sockets that clients on this machine hold to a loopback port, as the system counts them. Those that only wait
/// for the other side's farewell are the system's own.
/// </summary>
public static class OpenSockets
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>How many there are now.</summary>
    public static int To(Uri address) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection =>
            connection.RemoteEndPoint.Port == address.Port
            && IPAddress.IsLoopback(connection.RemoteEndPoint.Address)
            && connection.State is TcpState.SynSent or TcpState.Established or TcpState.CloseWait);

    /// <summary>
    /// Waits until there are no more than so many; the system tells nobody when one is gone, so it is asked again and
    /// again.
    /// </summary>
    public static async Task FallToAsync(int count, Uri address, CancellationToken cancellationToken)
    {
        while (To(address) > count) await Task.Delay(BetweenLooks, cancellationToken);
    }
}

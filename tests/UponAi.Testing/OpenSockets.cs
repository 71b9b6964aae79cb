using System.Net;
using System.Net.NetworkInformation;

namespace UponAi.Testing;

/// <summary>
/// Counts the open sockets of clients to a loopback port. Sockets that only wait for the other side to close do not
/// count.
/// </summary>
public static class OpenSockets
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the current number.</summary>
    public static int To(Uri address) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection =>
            connection.RemoteEndPoint.Port == address.Port
            && IPAddress.IsLoopback(connection.RemoteEndPoint.Address)
            && connection.State is TcpState.SynSent or TcpState.Established or TcpState.CloseWait);

    /// <summary>
    /// Waits until the number is at most a given number. Asks the system repeatedly, because the system sends no
    /// notification.
    /// </summary>
    public static async Task FallToAsync(int count, Uri address, CancellationToken cancellationToken)
    {
        while (To(address) > count) await Task.Delay(BetweenLooks, cancellationToken);
    }
}

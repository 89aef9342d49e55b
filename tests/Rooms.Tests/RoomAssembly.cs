using System.Reflection;

namespace Workbook.Rooms.Tests;

/// <summary>The compiled rooms, as they lie beside these tests.</summary>
internal static class RoomAssembly
{
    public static Assembly Load(string room) => Assembly.Load($"Workbook.{room}");
}

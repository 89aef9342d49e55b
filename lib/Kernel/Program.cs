Console.Error.WriteLine("usage: workbook-kernel run CONNECTION_FILE");
return 2;
